#!/usr/bin/env bash
# Installs the grader of this very checkout of the action, with the versions that were tested.
set -euo pipefail
[ "${GRADER_INSTALL:-true}" != false ] || exit 0
root=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)
python -m pip install --quiet --disable-pip-version-check uv
python -m uv pip install --quiet --python "$(command -v python)" --constraint "$root/.ci/requirements.txt" "$root"
grader --version
