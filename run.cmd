@echo off
rem The same as ./run on Windows: see set_up\start.py.
call "%~dp0set_up\python.cmd" run %*
exit /b %ERRORLEVEL%
