"""The scripts of our pages hold to the types in their comments, as TypeScript judges them."""

from __future__ import annotations

from keuring.gereedschap import PROJECT, command, missing, run

TSC = PROJECT / "tools/omgeving/node_modules/typescript/bin/tsc"
SCRIPTS = sorted((PROJECT / "brief/web/static").glob("*.js"))


def test_the_scripts_of_the_pages_are_typed() -> None:
    if not TSC.exists():
        missing("TypeScript", "run `make keuring`")
    assert [path.name for path in SCRIPTS if not path.read_text("utf-8").startswith("// @ts-check\n")] == []
    library = ["--lib", "es2022,dom,dom.iterable", "--target", "es2022", "--module", "esnext"]
    strict = ["--noEmit", "--allowJs", "--checkJs", "--strict", "--moduleResolution", "bundler"]
    run([command("node"), TSC, *strict, "--skipDefaultLibCheck", *library, *SCRIPTS])  # TypeScript's own are sound
