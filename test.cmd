@echo off
rem The same as ./test on Windows: see set_up\start.py.
call "%~dp0set_up\python.cmd" test
exit /b %ERRORLEVEL%
