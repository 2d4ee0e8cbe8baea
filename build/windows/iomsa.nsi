; The per-user installer: its pages, what it writes for one user, and how all of it goes away again.
; product.nsh, install.nsh and uninstall.nsh are written by user_installer.py for each build.
; It ends with: 0 done, 1 cancelled, 2 failed, and the numbers of the sentences below.

Unicode true
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "MUI2.nsh"
!include "TextFunc.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"
!include "x64.nsh"
!include "product.nsh"

!define TOO_OLD 3
!define FOR_ALL 4
!define NEWER 5
!define RUNNING 6

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${USER_KEY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
CRCCheck on
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs ${NAME} for one user"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${PUBLISHER}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEPAGE_TITLE "Install ${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "This installs ${NAME} for you alone. It needs no administrator and no network.$\r$\n$\r$\nThe program goes to$\r$\n$INSTDIR$\r$\n$\r$\nIt gets a place in the Start menu and opens files that end in ${EXTENSION}. An older version is replaced. Your files stay where they are.$\r$\n$\r$\nClick Install to go on."
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "${NAME} is installed"
!define MUI_FINISHPAGE_TEXT "You find it in the Start menu."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Open ${NAME} now"
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "This removes ${NAME} from your account. Your scheme files and your settings stay where they are."
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!macro Refuse CODE SENTENCE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${SENTENCE}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; Windows lets nobody write to a program that runs.
!macro RefuseWhileOpen FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      !insertmacro Refuse ${RUNNING} "${NAME} is open, or its files can't be changed. Close it, then start this again. Nothing was changed."
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro Refuse ${TOO_OLD} "${TOO_OLD_SENTENCE}"
  ${EndIf}
  SetShellVarContext current
  SetRegView 64
  ReadRegStr $0 HKLM "${MACHINE_KEY}" "Version"
  ${If} $0 != ""
    MessageBox MB_OKCANCEL|MB_ICONQUESTION|MB_DEFBUTTON2 "${NAME} $0 is already installed on this computer for everyone. A second copy for you alone is rarely needed.$\r$\n$\r$\nClick Cancel to keep the one that is there. Click OK to install a second one." /SD IDCANCEL IDOK second
    SetErrorLevel ${FOR_ALL}
    Quit
    second:
  ${EndIf}
  ReadRegStr $0 HKCU "${USER_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      !insertmacro Refuse ${NEWER} "${NEWER_SENTENCE}"
    ${EndIf}
  ${EndIf}
  !insertmacro RefuseWhileOpen "${PROGRAM}"
  !insertmacro RefuseWhileOpen "${CONSOLE}"
FunctionEnd

Section
  InitPluginsDir
  CopyFiles /SILENT "$INSTDIR\${FILE_LIST}" "$PLUGINSDIR\older.txt"
  SetOverwrite on
  !include "install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  Call RemoveWhatIsNoLongerShipped
  CreateShortcut "$SMPROGRAMS\${SHORTCUT}" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "" "${PROG_ID}"
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "Content Type" "${MIME_TYPE}"
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${PROG_ID}" ""
  WriteRegStr HKCU "${CLASSES}\${PROG_ID}" "" "${FILE_TYPE}"
  WriteRegStr HKCU "${CLASSES}\${PROG_ID}\DefaultIcon" "" "$INSTDIR\${FILE_ICON}"
  WriteRegStr HKCU "${CLASSES}\${PROG_ID}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'

  WriteRegStr HKCU "${USER_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${USER_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${USER_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${USER_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${USER_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${USER_KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${USER_KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${USER_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${USER_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${USER_KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

; Walks the list that the older version left and deletes what the new list no longer names. Never a folder with
; something in it: the user may have put a file there.
Function RemoveWhatIsNoLongerShipped
  ClearErrors
  FileOpen $0 "$PLUGINSDIR\older.txt" r
  ${If} ${Errors}
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileRead $0 $1
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    ${TrimNewLines} "$1" $1
    ${If} $1 != ""
      Call IsStillShipped
      ${If} $2 == "no"
        Delete "$INSTDIR\$1"
        ${GetParent} "$INSTDIR\$1" $3
        ${DoWhile} $3 != $INSTDIR
          ClearErrors
          RMDir "$3"
          ${If} ${Errors}
            ${ExitDo}
          ${EndIf}
          ${GetParent} "$3" $3
        ${Loop}
      ${EndIf}
    ${EndIf}
  ${Loop}
  FileClose $0
FunctionEnd

; Puts "yes" into $2 if the new list names the path in $1, else "no".
Function IsStillShipped
  StrCpy $2 "no"
  FileOpen $4 "$INSTDIR\${FILE_LIST}" r
  ${Do}
    ClearErrors
    FileRead $4 $5
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    ${TrimNewLines} "$5" $5
    ${If} $5 == $1
      StrCpy $2 "yes"
      ${ExitDo}
    ${EndIf}
  ${Loop}
  FileClose $4
FunctionEnd

Function un.onInit
  SetShellVarContext current
  !insertmacro RefuseWhileOpen "${PROGRAM}"
  !insertmacro RefuseWhileOpen "${CONSOLE}"
FunctionEnd

Section "Uninstall"
  ; A folder that is in use can't go.
  SetOutPath "$TEMP"
  Delete "$INSTDIR\${UNINSTALLER}"
  !include "uninstall.nsh"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${SHORTCUT}"
  DeleteRegKey HKCU "${USER_KEY}"

  ReadRegStr $0 HKCU "${CLASSES}\${EXTENSION}" ""
  ${If} $0 == "${PROG_ID}"
    DeleteRegValue HKCU "${CLASSES}\${EXTENSION}" ""
    DeleteRegValue HKCU "${CLASSES}\${EXTENSION}" "Content Type"
  ${EndIf}
  DeleteRegValue HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${PROG_ID}"
  DeleteRegKey /ifnosubkeys /ifnovalues HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids"
  DeleteRegKey /ifnosubkeys /ifnovalues HKCU "${CLASSES}\${EXTENSION}"
  DeleteRegKey HKCU "${CLASSES}\${PROG_ID}"
  ${RefreshShellIcons}
SectionEnd
