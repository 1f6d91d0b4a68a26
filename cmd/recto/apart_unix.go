//go:build unix

package main

import (
	"os/exec"
	"syscall"
)

// apart has a program run without this terminal, so that Ctrl+C and the end of
// the session do not end it, nor it writes here.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
