# A git merge driver, BASE OURS THEIRS NAME: merges a registry by entry, into OURS. Where that cannot be done, for
# whatever reason, OURS contains both sides of every difference between conflict markers, and the exit status is 1.
#
# `make setup` copies this text into the configuration of the clone; git runs it at the top of the working tree,
# whatever is checked out there, and replaces per cent signs in it: write none.
base=$1 ours=$2 theirs=$3 name=$4
mine=$ours.mine both=$ours.both empty=$ours.empty
trap 'rm -f "$mine" "$both" "$empty"' EXIT

give_up() { # The disk is full, say. OURS alone would pass for a result, so a few words take its place.
  { echo '<<<<<<< ours' && echo "# git show :2:$name" && echo '=======' && echo "# git show :3:$name" &&
    echo '>>>>>>> theirs'; } >"$ours"
  echo "$name:1:1: merge-conflict"
  echo "  tr: İki taraf dosyaya yazılamadı. Diskte yer açıp “git checkout --merge $name” ile yeniden birleştirin."
  echo "  en: Both sides could not be written. Make room on the disk and merge again with “git checkout --merge $name”."
  exit 1
}

# First both sides, so that they are there even if this is killed. Compared with an empty file, both added everything.
cp "$ours" "$mine" && : >"$empty" || give_up
git -c merge.conflictStyle=merge merge-file -p -q -L ours -L "" -L theirs "$mine" "$empty" "$theirs" >"$both"
status=$?
if [ $status -eq 0 ] || [ $status -gt 127 ]; then # one side is empty, or no text
  { echo '<<<<<<< ours' && cat "$mine" && echo && echo '=======' && cat "$theirs" && echo && echo '>>>>>>> theirs'; } \
    >"$both" 2>/dev/null
fi && mv -f "$both" "$ours" || give_up

# Then by entry. A linked working tree has no packages of its own.
python=.venv/bin/python
[ -x "$python" ] || python=$(git rev-parse --git-common-dir)/../$python
before=$(cksum <"$mine")
status=127 why="no $python"
if [ -x "$python" ]; then
  { why=$("$python" scripts/signatories.py merge "$base" "$mine" "$theirs" "$name" 2>&1 >&3); } 3>&1
  status=$?
fi
case $status in
0) [ -s "$mine" ] && mv -f "$mine" "$ours" && exit 0 ;;
1) # Python ends with 1, too, when a program breaks off, which then has written nothing.
  [ -s "$mine" ] && [ "$before" != "$(cksum <"$mine")" ] && mv -f "$mine" "$ours" && exit 1 ;;
esac

why=${why##*"
"}
cat <<END
$name:$(LC_ALL=C sed -n '/^<<<<<<< ours/{=;q;}' "$ours"):1: merge-conflict
  tr: Kayıtlar tek tek birleştirilemedi: program çalışamadı (${why:-$status}). İki tarafın bütün farkları işaretler arasındadır. “make setup” çalıştırıp “git checkout --merge $name” ile yeniden birleştirin ya da doğru olanı bırakıp işaretleri silin.
  en: The entries could not be merged one by one: the program could not run (${why:-$status}). Every difference between the two sides is between conflict markers. Run “make setup” and merge again with “git checkout --merge $name”, or keep what is right and delete the markers.
END
exit 1
