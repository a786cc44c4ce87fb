// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// Published examples of RFCs, as JWK members and compact tokens.
namespace test::jose {

/// RFC 7515, appendix A: `{"iss":"joe","exp":1300819380,"http://example.com/is_root":true}`.
#define JOE_CLAIMS                                                                                 \
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cn"   \
    "VlfQ"

/// Appendix A.1
inline constexpr char hs256Secret[] = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-"
                                      "EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
inline constexpr char hs256Token[] = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." JOE_CLAIMS
                                     ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// Appendix A.2
inline constexpr char rsaModulus[] =
    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-"
    "Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-"
    "pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-"
    "bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-"
    "UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-"
    "DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
inline constexpr char rs256Token[] =
    "eyJhbGciOiJSUzI1NiJ9." JOE_CLAIMS "."
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-"
    "0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnby"
    "TyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--"
    "xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9F"
    "s98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

/// Appendix A.3
inline constexpr char p256X[] = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
inline constexpr char p256Y[] = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";
inline constexpr char es256Token[] =
    "eyJhbGciOiJFUzI1NiJ9." JOE_CLAIMS "."
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

/// RFC 8037, appendices A.2 and A.4; the payload is plain text.
inline constexpr char ed25519X[] = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
inline constexpr char edDsaToken[] =
    "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
    "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

/// No RFC has a PS256 example. These were made with the key of A.2 by RFC 8017, section 9.1.1, in
/// plain integer arithmetic. The first has the salt 00 01 … 1f; the second has a salt of only 20
/// bytes.
inline constexpr char ps256Token[] =
    "eyJhbGciOiJQUzI1NiJ9." JOE_CLAIMS "."
    "SHdbwC2HD3805O3W0NLTalEJlZuhQQDQmdZmm4Sh4Bm-OtmSht6GLzIUjtIjkBv5Ey3E74e6f9G_"
    "OXO3g1UC6W4jI4Xo6JmzK1wtY7YyQbDiiO9oVdfh5XFfX-"
    "i5NhZLD3ciP4x6tw7SiQuMXEfjCKKS8dbxqZsL0zU-OS4fj1zCFwv9thlunPSmOfYzfW0eTGtSem"
    "OMmfjFt5W9GR05OMdF90HlUpvKwBh5NwDFLwRJ92jIl5XNgp0E1a9GjFI-IyjeClmduHFKjmEF9U"
    "APMHk8MrRzSaXngGKpagBnAGkBl1DR2JNN9-q5Zb4OhkeVPSYRW7HKeGdb1eT5tmdmPg";
inline constexpr char shortSaltToken[] =
    "eyJhbGciOiJQUzI1NiJ9." JOE_CLAIMS "."
    "Akj5sgQAvwFsaDh5J7Pjb0vC8prbA_36uQ7_X139tsO7ga1hvreAN0SQiv7uWjPcS0AMj4GpyTxu"
    "zq9myzxtBikUt8DhWhX3QIjmeDQdAYYJtYTZuUFSRVtFE9ue_TpjN44GZWPk7NsuYbJKA8yeHxC1"
    "JmCaUPlyI6pzpr5MJc3hXDii15g_bJtQyGeGDuovGSt6qAoMfvvFJ2gceV32DvzZG0pNz89Qbvtd"
    "aRcnfhe21dEA_J9Y4L9sGXFiB9ajLMd1o1WzUuN9usgMwNfrnBq88ZZ_WuMZL3XYjGq_tfYPp1lr"
    "7fSr4M6chQM78p5R9hlDwpvLxYIj28M0r2LXbg";

#undef JOE_CLAIMS

} // namespace test::jose
