@echo off
rem Runs ua from a checkout; builds it first where it is missing. After a change: mvn package.
setlocal
set "UA_ROOT=%~dp0."
set "UA_JAR=%UA_ROOT%\target\ua.jar"
if defined JAVA_HOME (set "UA_JAVA=%JAVA_HOME%\bin\java.exe") else (set "UA_JAVA=java")
if not exist "%UA_JAR%" (
  echo ua: building ^(once^)... 1>&2
  pushd "%UA_ROOT%"
  call mvn -q -B -ntp -Dmaven.test.skip=true "-Dspotless.check.skip=true" package 1>&2
  if errorlevel 1 (popd & exit /b 2)
  popd
)
"%UA_JAVA%" -XX:+UseSerialGC -Djava.awt.headless=true "-Dua.home=%UA_ROOT%" %UA_JAVA_OPTS% -cp "%UA_JAR%" org.urgentaction.cli.Main %*
exit /b %ERRORLEVEL%
