package main

import (
	"encoding/json"
	"fmt"

	"github.com/BurntSushi/toml"
	"github.com/urfave/cli/v2"
)

func configCommand() *cli.Command {
	return &cli.Command{
		Name:        "config",
		Usage:       "print the effective configuration and where each value comes from",
		Description: "Prints TOML that config.toml may hold. \"recto help config\" explains each key.",
		Flags:       []cli.Flag{jsonFlag()},
		Action:      showConfig,
	}
}

func showConfig(c *cli.Context) error {
	if err := noArguments(c); err != nil {
		return err
	}
	where, err := findPaths()
	if err != nil {
		return err
	}
	cfg, err := readConfig(where.Config)
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return configJSON(c, where, cfg)
	}
	fmt.Fprintf(c.App.Writer, "# configuration: %s\n# history:       %s\n", printable(where.Config), printable(where.History))
	for _, key := range configKeys() {
		origin := "default"
		if cfg.wrote(key.name) {
			origin = printable(cfg.origin[key.name])
		}
		fmt.Fprintf(c.App.Writer, "%-42s # %s\n", key.name+" = "+key.show(cfg), origin)
	}
	return nil
}

func configJSON(c *cli.Context, where paths, cfg *config) error {
	type value struct {
		Key    string          `json:"key"`
		Value  json.RawMessage `json:"value"`
		Origin string          `json:"origin"`
	}
	out := struct {
		V       int     `json:"v"`
		Config  string  `json:"config"`
		History string  `json:"history"`
		Values  []value `json:"values"`
	}{V: 1, Config: where.Config, History: where.History}
	for _, key := range configKeys() {
		var v struct{ V any }
		if _, err := toml.Decode("V = "+key.show(cfg), &v); err != nil {
			return err
		}
		raw, err := json.Marshal(v.V)
		if err != nil {
			return err
		}
		origin := cfg.origin[key.name]
		if origin == "" {
			origin = "default"
		}
		out.Values = append(out.Values, value{key.name, raw, origin})
	}
	return writeJSON(c.App.Writer, out)
}
