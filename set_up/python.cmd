@echo off
rem Finds a fit Python (the one in .venv once it is there, else the machine's) and starts set_up.
setlocal
set "PYTHONUTF8=1"
set "PYTHONPATH=%~dp0.."
set "PYTHON=%~dp0..\.venv\Scripts\python.exe"
set "VERSION="
"%PYTHON%" -S "%~dp0fit.py" >nul 2>nul && goto found
set "PYTHON=py"
for %%V in (3.13 3.12 3.11 3.14) do (
    set "VERSION=-%%V"
    py -%%V -S "%~dp0fit.py" >nul 2>nul && goto found
)
set "PYTHON=python"
set "VERSION="
python -S "%~dp0fit.py" >nul 2>nul && goto found
echo No Python 3.11 to 3.14 was found. Run this line, then run this again:
echo.
echo     winget install Python.Python.3.13
exit /b 1
:found
"%PYTHON%" %VERSION% -P -S -m set_up %*
exit /b %ERRORLEVEL%
