# Run a command on a screen of its own, wait for the window with this title, take its picture, close it.
# Usage: sh screen.sh TITLE PICTURE COMMAND...
set -eu
title=$1 picture=$2
shift 2

# A window may be gone before it has the key; xdotool would then wait for ever.
press() { timeout 2 xdotool windowactivate "$1" key "$2" 2>/dev/null || true; }

# Within 20 seconds this has to be so.
soon() {
    for _ in $(seq 200); do
        ! timeout 5 "$@" >/dev/null 2>&1 || return 0
        sleep 0.1
    done
    echo "This did not come to be: $*" >&2
    cat /tmp/*.txt >&2
    exit 1
}

Xvfb :9 -screen 0 1440x900x24 -noreset -nolisten tcp >/tmp/screen.txt 2>&1 &
export DISPLAY=:9
soon xprop -root
openbox >/tmp/windows.txt 2>&1 &
soon sh -c 'xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 0x'
"$@" &
if ! window=$(timeout 60 xdotool search --sync --onlyvisible --name "$title"); then
    echo "No window had this title: $title" >&2
    xwininfo -root -tree >&2
    exit 1
fi
window=$(echo "$window" | tail -n 1)
xprop -id "$window" _NET_WM_NAME WM_CLASS
# A file that is opened for the first time asks who is typing; that is left open. The picture is taken when two in a
# row are the same: what is painted is painted.
scrot --overwrite "$picture"
for _ in $(seq 20); do
    sleep 0.5
    dialog=$(xdotool search --onlyvisible --name '^Who is typing' || true)
    [ -z "$dialog" ] || press "$dialog" Escape
    scrot --overwrite next.png
    [ -n "$dialog" ] || ! cmp -s "$picture" next.png || break
    mv next.png "$picture"
done
rm -f next.png
for _ in $(seq 20); do
    press "$window" alt+F4
    xwininfo -id "$window" >/dev/null 2>&1 || exit 0
    sleep 0.5
done
echo "The window did not close." >&2
exit 1
