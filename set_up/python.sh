# Sets $python to a fit Python: the one in .venv once it is there, else the machine's.
# Read by run and test, which set $here first.

fit() {
    "$1" -S "$here/set_up/fit.py" 2>/dev/null
}

find_python() {
    for python in "$here/.venv/bin/python" python3 python3.13 python3.12 python3.11 python3.14; do
        if fit "$python"; then
            return 0
        fi
    done
    cat >&2 <<'EOF'
没有找到 Python 3.11 至 3.14。请运行下面这一行，然后再运行一次：
No Python 3.11 to 3.14 was found. Run this line, then run this again:

    sudo apt-get update && sudo apt-get install -y python3 python3-venv

EOF
    return 1
}

find_python || exit 1
