"""What was measured, in a file after each row: a run that ended early goes on from it."""
import json

# What is kept of a row; rounds are numbers, which JSON makes words of.
ROW = ("measured", "absent", "at_least", "turns", "longest")
RACE = ("efforts", "attempts", "target")


class Kept:
    def __init__(self, path, kernels, race, attempt):
        """Measurements of the instruction set `kernels`; without a path nothing is written."""
        self.path, self.kernels, self.race, self.attempt = path, kernels, race, attempt
        self.all = json.loads(path.read_text()) if path and path.exists() else {}
        self.own = self.all.setdefault(kernels, {"rows": {}, "tables": {}})

    def restore(self, rows):
        """Gives the rows what was measured of them."""
        for row in rows:
            for name, value in self.own["rows"].get(row.name, {}).items():
                setattr(row, name, value)
            row.measured = {
                who: {int(number): value for number, value in times.items()}
                for who, times in row.measured.items()
            }
            if isinstance(row, self.race):
                row.attempts = {who: self.attempt(*tried) for who, tried in row.attempts.items()}

    def keep(self, row):
        names = (*ROW, *RACE) if isinstance(row, self.race) else ROW
        self.own["rows"][row.name] = {name: getattr(row, name) for name in names}
        self.write()

    def table(self, name, make):
        """A table that is made once; what fails is told in its place."""
        if name not in self.own["tables"]:
            try:
                self.own["tables"][name] = make()
            except Exception as error:
                return f"{name}: {type(error).__name__}: {error}"
            self.write()
        return self.own["tables"][name]

    def write(self):
        if self.path:
            text = json.dumps(self.all, indent=1)
            new = self.path.with_suffix(".new")
            new.write_text(text)
            new.replace(self.path)
