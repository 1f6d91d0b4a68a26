# Completion of recto for bash. Put this line into ~/.bashrc:
#
#     source <(recto completion bash)
#
# or, where bash is older than 4, write it to a file and source that.

# recto answers with what is to be inserted, quoted as the line asks for it and
# with a space behind what is complete.
_recto() {
	local line
	COMPREPLY=()
	while IFS= read -r line; do
		COMPREPLY[${#COMPREPLY[@]}]=$line
	done <<EOF
$(command "${COMP_WORDS[0]/#\~/$HOME}" __complete -- bash "${COMP_LINE:0:$COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
EOF
	if [ "${#COMPREPLY[@]}" -eq 1 ] && [ -z "${COMPREPLY[0]}" ]; then
		COMPREPLY=()
	fi
}
complete -o nospace -F _recto recto
