; The installer for Windows: for one person, without rights of an administrator, and with an uninstaller that leaves
; settings, conversations and recordings alone. Compiled by packaging/installers.py:
;   makensis -DVERSION=0.1.0 -DPAYLOAD=folder -DOUT=setup.exe -DICON=watchword.ico watchword.nsi

Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define ID "io.github.watchword.Watchword"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define TYPE "Watchword.Layout"

Name "Watchword"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Watchword"
InstallDirRegKey HKCU "Software\Watchword" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "Watchword ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Watchword"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Watchword installer"
VIAddVersionKey "LegalCopyright" "The Watchword founders. GPL-3.0-or-later as a whole."

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\watchword.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${PAYLOAD}\licences\README.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"

LangString RUNNING ${LANG_ENGLISH} "Watchword is running. Close it, then try again."
LangString RUNNING ${LANG_GERMAN} "Watchword läuft noch. Bitte beenden und erneut versuchen."
LangString RUNNING ${LANG_FRENCH} "Watchword est ouvert. Fermez-le, puis réessayez."

; Its own file cannot be replaced while it runs.
!macro RequireEnded
  again:
  ClearErrors
  IfFileExists "$INSTDIR\watchword.exe" 0 ended
  FileOpen $0 "$INSTDIR\watchword.exe" a
  IfErrors 0 closed
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    Abort
  closed:
  FileClose $0
  ended:
!macroend

Section "Watchword"
  !insertmacro RequireEnded
  ; What an older version left would be loaded by this one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Watchword.lnk" "$INSTDIR\watchword.exe"
  WriteRegStr HKCU "Software\Watchword" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.watchword-layout" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "Watchword layout"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\watchword.exe,0"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\watchword.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Watchword"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Watchword founders"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\watchword.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  !insertmacro RequireEnded
  ; Only what was installed: the folder may have been chosen by hand, and hold other things.
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\watchword.exe"
  Delete "$INSTDIR\watchword-probe.exe"
  Delete "$INSTDIR\watchword-camera.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Watchword.lnk"
  DeleteRegKey HKCU "Software\Classes\.watchword-layout"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Watchword"
SectionEnd
