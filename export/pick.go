package export

import (
	"fmt"
	"strconv"
	"strings"
)

// PickVersion returns the version that a text names: by its letter, or by the
// name or number of the student that it is printed for, or, where students
// have no numbers, by its own.
func PickVersion(versions []Version, name string) (Version, error) {
	var found []Version
	for _, v := range versions {
		if v.named(name) {
			found = append(found, v)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return Version{}, fmt.Errorf("there is no version %q: choose %s", name, choosable(versions))
	}
	return Version{}, fmt.Errorf("%d students are called %q: choose one by number", len(found), name)
}

func (v Version) named(name string) bool {
	number := strconv.Itoa(v.Number)
	if v.Student != nil {
		if v.Student.Number != "" {
			number = v.Student.Number
		}
		if strings.EqualFold(v.Student.Name, name) {
			return true
		}
	}
	if v.Letter != "" {
		return strings.EqualFold(v.Letter, name)
	}
	return number == name
}

// choosable tells what versions there are to choose from.
func choosable(versions []Version) string {
	last := versions[len(versions)-1]
	switch {
	case last.Student != nil:
		return "a student by name or number"
	case len(versions) == 1 && last.Letter == "":
		return "1, the only one"
	}
	return versions[0].Letter + " to " + last.Letter
}

// Title is how a version is called beside its sheet: its letter, the student
// that it is for, or "".
func (v Version) Title() string {
	if v.Student != nil {
		if v.Student.Number != "" {
			return v.Student.Name + " (" + v.Student.Number + ")"
		}
		return v.Student.Name
	}
	return v.Letter
}
