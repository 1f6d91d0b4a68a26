#compdef recto
# Completion of recto for zsh. Put this line into ~/.zshrc, behind compinit:
#
#     source <(recto completion zsh)
#
# or write it to a file called _recto in a folder of $fpath.

# recto answers with a line for each candidate: the value, a tab, a few words on
# it. A value that ends in / or = goes on.
_recto() {
	local line value about
	local -a open shown_open whole shown_whole
	for line in "${(@f)$(command ${~words[1]} __complete -- words "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
		value=${line%%$'\t'*}
		about=${line#*$'\t'}
		[[ -n $value ]] || continue
		if [[ $value == '~/'* ]]; then # a tilde that is quoted is no home folder
			[[ $value == */ ]] && compadd -Q -S '' -- "~/${(q)value#\~/}" || compadd -Q -- "~/${(q)value#\~/}"
			continue
		fi
		[[ $about != $line && -n $about ]] && about="$value  -- $about" || about=$value
		if [[ $value == */ || $value == *= ]]; then
			open+=("$value") shown_open+=("$about")
		else
			whole+=("$value") shown_whole+=("$about")
		fi
	done
	(($#whole)) && compadd -l -V recto -d shown_whole -a whole
	(($#open)) && compadd -l -V recto -S '' -d shown_open -a open
	return 0
}

if [[ ${funcstack[1]} == _recto ]]; then
	_recto "$@"
else
	compdef _recto recto
fi
