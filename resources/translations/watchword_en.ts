<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Watchword</name>
    <message numerus="yes">
        <source>%n answered</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n answered</numerusform>
            <numerusform>%n answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <extracomment>viewer/ui/cards/amounts.py, viewer/ui/cards/plain.py, viewer/ui/cards/scalar.py</extracomment>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cameras</source>
        <extracomment>viewer/ui/all_chats/round.py, viewer/ui/desktop/notifier.py</extracomment>
        <translation>
            <numerusform>%n camera</numerusform>
            <numerusform>%n cameras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cameras are being recorded.</source>
        <extracomment>viewer/ui/dialogs/questions.py</extracomment>
        <translation>
            <numerusform>%n camera is being recorded.</numerusform>
            <numerusform>%n cameras are being recorded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cameras are not being recorded any more: {cameras}. {cause}</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n camera is not being recorded any more: {cameras}. {cause}</numerusform>
            <numerusform>%n cameras are not being recorded any more: {cameras}. {cause}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <extracomment>viewer/ui/cards/tree.py</extracomment>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <extracomment>viewer/ui/cards/plain.py, viewer/ui/cards/tree.py</extracomment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <extracomment>viewer/ui/all_chats/found_list.py</extracomment>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines. Enter opens the conversation there.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>
            <numerusform>%n line. Enter opens the conversation there.</numerusform>
            <numerusform>%n lines. Enter opens the conversation there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages waiting.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>
            <numerusform>%n message waiting.</numerusform>
            <numerusform>%n messages waiting.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <extracomment>viewer/ui/motion/dialog.py, viewer/ui/preferences/recording.py, viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more columns</source>
        <extracomment>viewer/ui/cards/table.py</extracomment>
        <translation>
            <numerusform>%n more column</numerusform>
            <numerusform>%n more columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <extracomment>viewer/ui/desktop/notifier.py</extracomment>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <extracomment>viewer/ui/wall/figure_rows.py</extracomment>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures of {camera} are missing in its recording.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n picture of {camera} is missing in its recording.</numerusform>
            <numerusform>%n pictures of {camera} are missing in its recording.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n received</numerusform>
            <numerusform>%n received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings are kept: {length}, {size}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n recording is kept: {length}, {size}.</numerusform>
            <numerusform>%n recordings are kept: {length}, {size}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recordings are shown together at most.</source>
        <extracomment>viewer/ui/replay/window.py</extracomment>
        <translation>
            <numerusform>%n recording is shown at most.</numerusform>
            <numerusform>%n recordings are shown together at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records</source>
        <extracomment>viewer/ui/cards/rows.py</extracomment>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <extracomment>viewer/ui/motion/dialog.py, viewer/ui/preferences/recording.py</extracomment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n sent</numerusform>
            <numerusform>%n sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshots are kept in {folder}.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>%n snapshot is kept in {folder}.</numerusform>
            <numerusform>%n snapshots are kept in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <extracomment>viewer/ui/camera_list/model.py</extracomment>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread messages.</source>
        <extracomment>viewer/ui/wall/described.py</extracomment>
        <translation>
            <numerusform>%n unread message.</numerusform>
            <numerusform>%n unread messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <extracomment>viewer/ui/cards/plot.py</extracomment>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values, from {least} to {most}, the last {last}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>
            <numerusform>%n value, from {least} to {most}, the last {last}</numerusform>
            <numerusform>%n values, from {least} to {most}, the last {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values, none of them a number</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>
            <numerusform>%n value, none of them a number</numerusform>
            <numerusform>%n values, none of them a number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <extracomment>viewer/ui/all_chats/round.py</extracomment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n cameras</source>
        <extracomment>viewer/ui/dialogs/find.py</extracomment>
        <translation>
            <numerusform>Add %n camera</numerusform>
            <numerusform>Add %n cameras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n recordings?</source>
        <extracomment>viewer/ui/replay/delete_dialog.py</extracomment>
        <translation>
            <numerusform>Delete %n recording?</numerusform>
            <numerusform>Delete %n recordings?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n that are shown now</source>
        <extracomment>viewer/ui/layouts/save_dialog.py</extracomment>
        <translation>
            <numerusform>Only the one that is shown now</numerusform>
            <numerusform>Only the %n that are shown now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Recording all %n cameras takes about {size} an hour.</source>
        <extracomment>viewer/ui/recording/sentences.py</extracomment>
        <translation>
            <numerusform>Recording the one camera takes about {size} an hour.</numerusform>
            <numerusform>Recording all %n cameras takes about {size} an hour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Say to %n…</source>
        <extracomment>viewer/ui/actions/talk_actions.py, viewer/ui/bar.py, viewer/ui/camera_list/panel.py</extracomment>
        <translation>
            <numerusform>Say to %n…</numerusform>
            <numerusform>Say to %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Table, %n rows, with {heads}</source>
        <extracomment>viewer/ui/cards/spoken.py</extracomment>
        <translation>
            <numerusform>Table, %n row, with {heads}</numerusform>
            <numerusform>Table, %n rows, with {heads}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The code is not right. %n tries are left.</source>
        <extracomment>viewer/core/pairing/refusals.py</extracomment>
        <translation>
            <numerusform>The code is not right. %n try is left.</numerusform>
            <numerusform>The code is not right. %n tries are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name is too long. %n characters are the most.</source>
        <extracomment>viewer/core/wall/names.py</extracomment>
        <translation>
            <numerusform>The name is too long. %n character is the most.</numerusform>
            <numerusform>The name is too long. %n characters are the most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n lines. Type more words to find others.</source>
        <extracomment>viewer/ui/all_chats/search.py</extracomment>
        <translation>
            <numerusform>The newest line. Type more words to find others.</numerusform>
            <numerusform>The newest %n lines. Type more words to find others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n layouts already. Remove one first.</source>
        <extracomment>viewer/core/wall/layouts.py</extracomment>
        <translation>
            <numerusform>There is %n layout already. Remove one first.</numerusform>
            <numerusform>There are %n layouts already. Remove one first.</numerusform>
        </translation>
    </message>
</context>
</TS>
