package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"recto/decks"
)

// schemaFile is the name that decks of "recto new" look for the schema under.
const schemaFile = "recto.schema.json"

func schemaCommand() *cli.Command {
	return &cli.Command{
		Name:      "schema",
		Usage:     "the JSON Schema of a deck, for editors",
		ArgsUsage: "[deck or config]",
		Description: "With it an editor explains each key, completes, and marks what is wrong while you\n" +
			"type. A deck finds it by its first line: #:schema ./" + schemaFile + "\n" +
			"\"recto help editors\" has the few lines that each editor needs.",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE.json`, replacing it; - for the standard output"},
		},
		Action: printSchema,
	}
}

func printSchema(c *cli.Context) error {
	if c.NArg() > 1 {
		return usage("schema prints one of: deck, config")
	}
	var text string
	switch of := c.Args().First(); of {
	case "", "deck":
		text = decks.Schema()
	case "config":
		var err error
		if text, err = configSchema(); err != nil {
			return err
		}
	default:
		return usage("there is no schema of %q\nhint: recto schema deck, or recto schema config", printable(of))
	}
	path := c.String("output")
	if path == "" || path == "-" {
		_, err := fmt.Fprint(c.App.Writer, text)
		return err
	}
	if filepath.Ext(path) != ".json" { // a deck must not be replaced by its schema
		return usage("%q does not end in .json\nhint: recto schema -o %s", printable(path), schemaFile)
	}
	if err := writeFile(path, []byte(text)); err != nil {
		return err
	}
	_, err := fmt.Fprintf(c.App.ErrWriter, "wrote %s\n", printable(path))
	return err
}

// configSchema writes the JSON Schema of config.toml from the table of its
// keys.
func configSchema() (string, error) {
	properties := map[string]any{}
	for _, key := range configKeys() {
		value, err := key.standard()
		if err != nil {
			return "", err
		}
		property := map[string]any{}
		if err := json.Unmarshal([]byte(key.schema), &property); err != nil {
			return "", fmt.Errorf("schema of %s: %w", key.name, err)
		}
		property["title"] = key.name
		property["description"] = key.help
		property["default"] = value
		properties[key.name] = property
	}
	for _, table := range configTables() {
		of, err := table.tableSchema()
		if err != nil {
			return "", err
		}
		properties[table.name] = of
	}
	out, err := json.MarshalIndent(map[string]any{
		"$schema":              "http://json-schema.org/draft-07/schema#",
		"title":                "Configuration of recto",
		"description":          "What a learner chose for every deck. recto config prints what holds and where it comes from.",
		"type":                 "object",
		"properties":           properties,
		"additionalProperties": false,
	}, "", "  ")
	return string(out) + "\n", err
}
