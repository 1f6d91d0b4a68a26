# Completion of recto for fish. Write it to a file that fish reads by itself:
#
#     recto completion fish > ~/.config/fish/completions/recto.fish

# recto answers with a line for each candidate: the value, a tab, a few words on
# it.
function __recto_complete
    set -l before (commandline -opc)
    set -l raw (commandline -ct)
    set -l current (string unescape -- "$raw"; or string unescape -- "$raw'"; or string unescape -- "$raw\"")
    set -l program $before[1]
    set -e before[1]
    command $program __complete -- words $before "$current" 2>/dev/null
end
complete -c recto -f -k -a '(__recto_complete)'
