package main

import (
	"os"
	"path/filepath"
	"runtime"
)

// paths are the places that recto reads and writes by itself.
type paths struct {
	Config  string // config.toml
	History string // an SQLite file, or a URL
	Cache   string // a folder; "" when the home folder is unknown
}

// findPaths follows RECTO_HOME and RECTO_HISTORY, else XDG on Linux and the
// platform's own places elsewhere. Nothing is created.
func findPaths() (paths, error) {
	var p paths
	if home := os.Getenv("RECTO_HOME"); home != "" {
		home, err := filepath.Abs(home)
		if err != nil {
			return p, err
		}
		p = paths{Config: filepath.Join(home, "config.toml"), History: filepath.Join(home, historyName), Cache: filepath.Join(home, "cache")}
	} else {
		p = paths{
			Config:  underHome(os.Getenv("XDG_CONFIG_HOME"), configFolder, "config.toml"),
			History: underHome(os.Getenv("XDG_DATA_HOME"), dataFolder, historyName),
			Cache:   underHome(os.Getenv("XDG_CACHE_HOME"), cacheFolder, "decks"),
		}
	}
	if url := os.Getenv("RECTO_HISTORY"); url != "" {
		p.History = url
	}
	if p.History == "" {
		return p, usage("the home folder is unknown\nhint: set HOME, or RECTO_HOME to the folder that shall hold configuration and history")
	}
	return p, nil
}

const historyName = "history.sqlite"

// underHome joins the folder of recto below xdg (used when it is absolute, as
// the XDG specification asks), else below the platform's folder; "" when the
// home folder is unknown.
func underHome(xdg string, platform func(home string) string, name string) string {
	if filepath.IsAbs(xdg) && runtime.GOOS != "windows" {
		return filepath.Join(xdg, "recto", name)
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(platform(home), "recto", name)
}

func configFolder(home string) string {
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support")
	case "windows":
		return windowsFolder("AppData", home, "Roaming")
	}
	return filepath.Join(home, ".config")
}

func dataFolder(home string) string {
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Application Support")
	case "windows":
		return windowsFolder("LocalAppData", home, "Local")
	}
	return filepath.Join(home, ".local", "share")
}

func cacheFolder(home string) string {
	switch runtime.GOOS {
	case "darwin":
		return filepath.Join(home, "Library", "Caches")
	case "windows":
		return windowsFolder("LocalAppData", home, "Local")
	}
	return filepath.Join(home, ".cache")
}

func windowsFolder(variable, home, name string) string {
	if folder := os.Getenv(variable); folder != "" {
		return folder
	}
	return filepath.Join(home, "AppData", name)
}
