package history

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
)

//go:embed schema/0001_events.sql
var schema1 string

// schema returns the steps from nothing to the present format. A history's
// version is how many of them it has taken; a step that was released is never
// edited, only followed.
func schema() []string { return []string{schema1} }

// migrate takes a history from a version to the latest, after keeping a copy
// of it as it was beside it. The steps and the new version become durable
// together, or not at all.
func migrate(ctx context.Context, s *Store, version int, steps []string) error {
	if version == len(steps) {
		return nil
	}
	backup, err := freeName(fmt.Sprintf("%s.version-%d", s.path, version))
	if err != nil {
		return err
	}
	if err := s.Backup(ctx, backup); err != nil {
		return fmt.Errorf("no copy could be kept before the upgrade: %w", err)
	}
	err = s.write(ctx, func(tx *conn) error {
		// Another program may have done it while this one waited.
		if err := tx.one(ctx, "PRAGMA user_version", nil, []any{&version}); err != nil {
			return err
		}
		for _, step := range steps[min(version, len(steps)):] {
			if err := tx.script(ctx, step); err != nil {
				return err
			}
		}
		if version < len(steps) {
			if err := tx.script(ctx, fmt.Sprintf("PRAGMA user_version = %d", len(steps))); err != nil {
				return err
			}
		}
		_, err := s.settle(ctx, tx, true, nil)
		return err
	})
	if err != nil {
		return errors.Join(err, os.Remove(backup)) // the history is as it was
	}
	return nil
}
