"""Put the templates that a user edits in `templates/` into the package too, so that an installed brief has them.

All else about the package stands in pyproject.toml.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithTemplates(build_py):
    """Build the package with a copy of `templates/*.docx` in `brief/templates/`."""

    def run(self) -> None:
        """Build as usual, then copy the templates; a development install uses those of the checkout."""
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib) / "brief" / "templates"
        target.mkdir(parents=True, exist_ok=True)
        for template in sorted(Path("templates").glob("*.docx")):
            shutil.copyfile(template, target / template.name)


setup(cmdclass={"build_py": BuildWithTemplates})
