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
    <name>ui::DeliveryWords</name>
    <message numerus="yes">
        <source>Refused: the signature fits none of the %Ln secrets of the source.</source>
        <translation>
            <numerusform>Refused: the signature fits none of the %Ln secrets of the source.</numerusform>
            <numerusform>Refused: the signature fits none of the %Ln secrets of the source.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Disconnector</name>
    <message numerus="yes">
        <source>%Ln connections were disconnected.</source>
        <translation>
            <numerusform>%Ln connection was disconnected.</numerusform>
            <numerusform>%Ln connections were disconnected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had ended before.</source>
        <translation>
            <numerusform>%Ln had ended before.</numerusform>
            <numerusform>%Ln had ended before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be disconnected: %1.</source>
        <translation>
            <numerusform>%Ln could not be disconnected: %1.</numerusform>
            <numerusform>%Ln could not be disconnected: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rest was stopped: it is not known for %Ln of them whether they ended.</source>
        <translation>
            <numerusform>The rest was stopped: it is not known for %Ln of them whether it ended.</numerusform>
            <numerusform>The rest was stopped: it is not known for %Ln of them whether they ended.</numerusform>
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
    <name>ui::NoticePolicy</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln done</numerusform>
            <numerusform>%Ln done</numerusform>
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
    <message numerus="yes">
        <source>%Ln stalled</source>
        <translation>
            <numerusform>%Ln stalled</numerusform>
            <numerusform>%Ln stalled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PayloadPage</name>
    <message numerus="yes">
        <source>%Ln matches</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
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
