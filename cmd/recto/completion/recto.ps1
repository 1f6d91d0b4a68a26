# Completion of recto for PowerShell. Put this line into the file that $PROFILE
# names:
#
#     recto completion powershell | Out-String | Invoke-Expression

# recto answers with a line for each candidate: the value, a tab, a few words on
# it.
Register-ArgumentCompleter -Native -CommandName 'recto' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @()
    foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
        if ($element.Extent.StartOffset -ge $cursorPosition - $wordToComplete.Length) { break }
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
            $words += $element.Value
        } else {
            $words += $element.Extent.Text
        }
    }
    $current = $wordToComplete.Trim("'", '"')
    # An empty argument is lost on its way to a program by older versions: a
    # word that recto counts and drops stands for it.
    $words = @('__complete', '--', 'dotted') + $words + ".$current"
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    & $commandAst.CommandElements[0].Extent.Text $words 2>$null | ForEach-Object {
        $value, $about = $_ -split "`t", 2
        if (-not $about) { $about = $value }
        $text = $value
        if ($value -match '[^\p{L}\p{Nd}_./\\=+:-]') { $text = "'" + $value.Replace("'", "''") + "'" }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $about)
    }
}
