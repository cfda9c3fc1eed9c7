# Shared by ./run, ./test and .ci/run: says what is missing, installs it, builds. To be sourced from
# the root of the project, after `set -euo pipefail`.

build_packages="g++ cmake ninja-build pkg-config libboost-graph-dev libgraphviz-dev libspdlog-dev
    libfmt-dev libcli11-dev nlohmann-json3-dev libtomlplusplus-dev libicu-dev libssl-dev
    libxlsxwriter-dev zlib1g-dev librandom123-dev fonts-dejavu-core"
test_packages="catch2 libxml2-utils poppler-utils python3 strace"
# Other tools, run as programs and compared with: `./test --oracles`.
oracle_packages="r-base-core r-cran-survival r-cran-etm r-cran-vegan r-cran-igraph r-cran-sna
    python3-networkx python3-numpy python3-igraph default-jdk-headless libjung-free-java"
style_packages="clang-format clang-tidy"
# Welcome, not needed: without them the atlas is left out, or its tests are skipped. Other builds of
# node and chromium than Debian's will do.
atlas_packages=
command -v node >/dev/null && command -v npm >/dev/null || atlas_packages="nodejs npm"
browser_packages=
command -v chromium >/dev/null || browser_packages="chromium"

install=yes
jobs=$(nproc)
preset=

say() { echo "$*" >&2; }
stop() {
    say "$*"
    exit 3
}

# Takes the options that all scripts share; leaves the other arguments in the array `rest`.
read_options() {
    rest=()
    while (($#)); do
        case $1 in
            --no-install) install=no ;;
            --jobs | --preset)
                (($# > 1)) || { say "$1 needs a value; see --help"; exit 2; }
                if [[ $1 == --jobs ]]; then jobs=$2; else preset=$2; fi
                shift ;;
            --jobs=*) jobs=${1#*=} ;;
            --preset=*) preset=${1#*=} ;;
            --) rest+=("$@"); return ;;
            *) rest+=("$1") ;;
        esac
        shift
    done
}

# Those of the named Debian packages that are not on the machine.
missing_packages() {
    local name
    for name in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status} ' "$name" 2>/dev/null) == *"installed "* ]] ||
            echo "$name"
    done
}

# need_packages NAMES WELCOME: installs what is missing. Root is asked for only when a package of the
# first list is missing; those of the second only make things faster.
need_packages() {
    command -v dpkg-query >/dev/null ||
        { say "This is no Debian system: packages are not looked for, CMake will name what it misses."; return; }
    local required welcome
    required=$(missing_packages $1)
    welcome=$(missing_packages $2)
    if [[ -z $required && (-z $welcome || $EUID -ne 0 || $install == no) ]]; then return; fi
    local line="apt-get install -y --no-install-recommends "$(echo $required $welcome)
    if [[ $install == no ]]; then
        say "Missing, and not installed because of --no-install:" $required
        return
    fi
    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || stop "Missing packages. As root: $line"
        as_root=(sudo)
        [[ -t 0 ]] || as_root=(sudo -n)
        say "The next step asks for the administrator's rights through sudo."
    fi
    say "To be installed from Debian:" $required $welcome
    as_root+=(env DEBIAN_FRONTEND=noninteractive)
    "${as_root[@]}" apt-get update -q >&2 && "${as_root[@]}" $line -q >&2 && return
    [[ -z $required ]] || stop "The packages could not be installed. As root: $line"
    say "Going on without" $welcome
}

# Configures and builds a preset in build/<preset>.
build_preset() {
    say "Building ($1) in build/$1"
    cmake --preset "$1" --log-level=WARNING >&2
    cmake --build --preset "$1" -j "$jobs" >&2
}
