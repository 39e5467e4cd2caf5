#!/usr/bin/env bash
# Checks drafts and annotates. Everything comes from the environment, and is never anything but a value: no word of it is
# split, expanded or run. Written for bash 3.2 too, which macOS has.
set -euo pipefail

fail() {
  printf '::error title=grader::%s\n' "$1"
  exit 2
}

reports=${GRADER_REPORTS:-grader-reports}
case $reports in
  *$'\n'* | *$'\r'*) fail "The input “reports” must be one line." ;; # it goes into a file of one value a line
esac
case $reports in
  /* | [A-Za-z]:*) ;;
  *) reports=./$reports ;; # so that a leading dash is no option
esac

# lines TEXT: its lines without blanks around them, each ended by a null character; empty ones are left out.
lines() {
  printf '%s\n' "$1" | while IFS= read -r line || [ -n "$line" ]; do
    line=${line//$'\r'/}
    line="${line#"${line%%[![:space:]]*}"}"
    line="${line%"${line##*[![:space:]]}"}"
    [ -z "$line" ] || printf '%s\0' "$line"
  done
}

# files_of PATH: the file itself, or the files to check in a folder, in a fixed order, each ended by a null character.
files_of() {
  local path=$1
  case $path in -*) path=./$path ;; esac
  if [ -d "$path" ]; then
    find "$path" -type f ! -name '.*' ! -name '~$*' ! -iname 'readme*' \
      \( -iname '*.docx' -o -iname '*.pdf' -o -iname '*.txt' -o -iname '*.md' \) -print0 | LC_ALL=C sort -z
  else
    printf '%s\0' "$path"
  fi
}

drafts=()
while IFS= read -r -d '' path; do
  while IFS= read -r -d '' file; do drafts+=("$file"); done < <(files_of "$path")
done < <(lines "${GRADER_DRAFTS:-}")
[ "${#drafts[@]}" -gt 0 ] || fail "The input “drafts” names no DOCX, PDF, TXT or MD file."

arguments=(check "--rubric=${GRADER_RUBRIC:-}" --format=github --to=html "--out=$reports")
for format in sarif=grader.sarif junit=grader.xml json=grader.json; do
  arguments+=("--output=${format%%=*}=$reports/${format#*=}")
done
while IFS= read -r -d '' file; do arguments+=("--material=$file"); done < <(lines "${GRADER_MATERIAL:-}")
[ -z "${GRADER_FAIL_ON:-}" ] || arguments+=("--fail-on=$GRADER_FAIL_ON")
[ -z "${GRADER_MIN_SCORE:-}" ] || arguments+=("--min-score=$GRADER_MIN_SCORE")
[ "${GRADER_EXIT_ZERO:-false}" != true ] || arguments+=(--exit-zero)

messages=$(mktemp)
trap 'rm -f "$messages"' EXIT
code=0
grader "${arguments[@]}" -- "${drafts[@]}" 2>"$messages" || code=$?
# A message may begin with the name of a file: in front of it stands something, so that it cannot be a command.
tr -d '\r' <"$messages" | sed -e 's/##\[/## [/g' -e 's/^/grader: /' >&2

{
  printf 'reports=%s\n' "$reports"
  printf 'sarif=%s/grader.sarif\n' "$reports"
  printf 'exit-code=%s\n' "$code"
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
