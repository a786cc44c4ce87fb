<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ui::ConnectionsPage</name>
    <message numerus="yes">
        <source>%Ln connections now</source>
        <translation>
            <numerusform>%Ln connection now</numerusform>
            <numerusform>%Ln connections now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EventText</name>
    <message numerus="yes">
        <source>%Ln images</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobChips</name>
    <message numerus="yes">
        <source>%1: %Ln jobs</source>
        <translation>
            <numerusform>%1: %Ln job</numerusform>
            <numerusform>%1: %Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobsPage</name>
    <message numerus="yes">
        <source>%Ln jobs are hidden by the filter.</source>
        <translation>
            <numerusform>%Ln job is hidden by the filter.</numerusform>
            <numerusform>%Ln jobs are hidden by the filter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>%Ln more not shown</source>
        <translation>
            <numerusform>%Ln more not shown</numerusform>
            <numerusform>%Ln more not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Notices</name>
    <message numerus="yes">
        <source>%Ln jobs failed</source>
        <translation>
            <numerusform>%Ln job failed</numerusform>
            <numerusform>%Ln jobs failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln completed</source>
        <translation>
            <numerusform>%Ln completed</numerusform>
            <numerusform>%Ln completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReachStep</name>
    <message numerus="yes">
        <source>%1 in %2 ms; the certificate is valid and expires in %n days</source>
        <translation>
            <numerusform>%1 in %2 ms; the certificate is valid and expires in %n day</numerusform>
            <numerusform>%1 in %2 ms; the certificate is valid and expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %2 ms; the certificate is the pinned one and expires in %n days</source>
        <translation>
            <numerusform>%1 in %2 ms; the certificate is the pinned one and expires in %n day</numerusform>
            <numerusform>%1 in %2 ms; the certificate is the pinned one and expires in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%Ln connections</source>
        <translation>
            <numerusform>%Ln connection</numerusform>
            <numerusform>%Ln connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ViewsModel</name>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the loaded jobs</source>
        <translation>
            <numerusform>%Ln of the loaded jobs</numerusform>
            <numerusform>%Ln of the loaded jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln jobs</source>
        <translation>
            <numerusform>%1, %Ln job</numerusform>
            <numerusform>%1, %Ln jobs</numerusform>
        </translation>
    </message>
</context>
</TS>
