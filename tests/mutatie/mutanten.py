"""Break a module one place at a time, and see which tests notice.

A mutant changes one node of the source: a statement goes, a condition turns round, a comparison or an operator becomes
its opposite, a loop sees nothing, a number is one higher, a table at the head of the module misses an entry. The code
of the mutant is put in the functions that exist already, so that every module that imported them runs the mutant;
nothing is written, and the original comes back whatever happens.
"""

from __future__ import annotations

import ast
import inspect
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import CodeType, ModuleType

MODULE = "module"
"""The name of what stands in no function."""
_ROWS = (ast.Tuple, ast.List, ast.Set)
_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
}


@dataclass(frozen=True)
class Mutant:
    """One way to break a function: `what` was done, and to which words of the source."""

    function: str
    what: str
    words: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Give what tells this mutant from others of its module."""
        return f"{self.function}: {self.what}: {self.words}"


def mutants(module: ModuleType, functions: Sequence[str] = ()) -> Iterator[Mutant]:
    """Give every mutant of the functions of a module, or of some of them by name; methods are `Class.method`."""
    source = inspect.getsource(module)
    tree = ast.parse(source)
    for name, top in _places(tree):
        if functions and name not in functions:
            continue
        for node in ast.walk(top):
            for what, change in _of_table(node) if name == MODULE else _changes(node):
                changed = ast.parse(source)  # much sooner done than a copy of the tree
                if change(changed, _twin(tree, changed, node)):
                    words = " ".join(ast.unparse(node).split())[:90]
                    yield Mutant(name, what, words, ast.fix_missing_locations(changed))


def survivors(module: ModuleType, tests: Sequence[Callable[[], None]], functions: Sequence[str] = ()) -> set[str]:
    """Give the names of the mutants that no test notices. The tests must hold before anything is broken."""
    for test in tests:
        test()
    order = list(tests)
    return {mutant.name for mutant in mutants(module, functions) if not _noticed(module, mutant, order)}


def _noticed(module: ModuleType, mutant: Mutant, tests: list[Callable[[], None]]) -> bool:
    """Tell whether a test notices; that one comes first from now on, as it is likely to notice the next mutant too."""
    test = tests[0]
    try:
        with _broken(module, mutant):
            for test in tests:
                test()
    except Exception:  # a mutant may fail in any way, also when it is loaded
        tests.remove(test)
        tests.insert(0, test)
        return True
    return False


@contextmanager
def _broken(module: ModuleType, mutant: Mutant) -> Iterator[None]:
    code = compile(mutant.tree, module.__file__ or "<mutant>", "exec")
    if mutant.function == MODULE:
        with _other_tables(module, code, mutant.tree):
            yield
        return
    function = _live(module, mutant.function)
    original = function.__code__
    function.__code__ = _find(code, mutant.function.split("."))
    try:
        yield
    finally:
        function.__code__ = original


@contextmanager
def _other_tables(module: ModuleType, code: CodeType, tree: ast.Module) -> Iterator[None]:
    """Give a module the values that its tables have in a mutant."""
    made: dict[str, object] = {"__name__": module.__name__, "__file__": module.__file__}
    exec(code, made)
    names = {node.id for top in tree.body for node in ast.walk(top) if _is_table(top) and isinstance(node, ast.Name)}
    names = {name for name in names if name in vars(module) and name.isupper()}
    originals = {name: vars(module)[name] for name in names}
    try:
        vars(module).update({name: made[name] for name in names})
        yield
    finally:
        vars(module).update(originals)


def _live(module: ModuleType, name: str) -> FunctionType:
    found: object = module
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    if isinstance(found, property):
        found = found.fget
    assert isinstance(found, FunctionType), name
    return found


def _find(code: CodeType, path: Sequence[str]) -> CodeType:
    for part in path:
        code = next(each for each in code.co_consts if inspect.iscode(each) and each.co_name == part)
    return code


def _places(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Give the functions by name, methods as `Class.method`, and the tables of the module itself."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{each.name}", each) for each in node.body if isinstance(each, ast.FunctionDef))
        elif _is_table(node):
            yield MODULE, node


def _is_table(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign)


def _twin(tree: ast.Module, changed: ast.Module, node: ast.AST) -> ast.AST:
    """Give the node of an equal tree that stands where `node` stands in the original."""
    return next(two for one, two in zip(ast.walk(tree), ast.walk(changed), strict=True) if one is node)


def _of_table(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.Module, ast.AST], bool]]]:
    """Give the ways to break a table at the head of a module: one entry less, or a value that is added to it gone."""
    if isinstance(node, ast.AugAssign):
        yield "gone", _without_statement
    count = len(node.values) if isinstance(node, ast.Dict) else len(node.elts) if isinstance(node, _ROWS) else 0
    yield from ((f"without entry {index + 1}", partial(_without_entry, index)) for index in range(count))


def _without_entry(index: int, _: ast.Module, node: ast.AST) -> bool:
    for entries in ("keys", "values", "elts"):
        if hasattr(node, entries):
            del getattr(node, entries)[index]
    return True


def _changes(node: ast.AST) -> Iterator[tuple[str, Callable[[ast.Module, ast.AST], bool]]]:
    """Give the ways to break a node; a change tells whether it changed anything."""
    if isinstance(node, ast.Return | ast.Assign | ast.AnnAssign | ast.AugAssign | ast.Expr | ast.Delete | ast.Continue):
        yield "gone", _without_statement
    if isinstance(node, ast.If | ast.IfExp):
        yield "condition turned round", _turned_round
    if isinstance(node, ast.comprehension) and node.ifs:
        yield "filter gone", _without_filter
    if isinstance(node, ast.comprehension | ast.For):
        yield "sees nothing", _sees_nothing
    if isinstance(node, ast.Compare):
        yield "opposite", _compared_otherwise
    if isinstance(node, ast.BoolOp):
        yield "and is or", _joined_otherwise
    if isinstance(node, ast.Constant) and type(node.value) is int:
        yield "one higher", _one_higher
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield "plus is minus", _counted_otherwise


def _without_statement(changed: ast.Module, node: ast.AST) -> bool:
    """Take a statement away; a docstring stays."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return False
    for parent in ast.walk(changed):
        for _, block in ast.iter_fields(parent):
            if isinstance(block, list) and node in block:
                block[block.index(node)] = _pass(node)
                return True
    return False


def _pass(node: ast.AST) -> ast.stmt:
    """Give what stands in the place of a statement: a generator must stay one."""
    makes = isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom)
    return ast.parse("if False:\n    yield").body[0] if makes else ast.Pass()


def _turned_round(_: ast.Module, node: ast.AST) -> bool:
    node.test = ast.UnaryOp(ast.Not(), node.test)  # type: ignore[attr-defined]
    return True


def _without_filter(_: ast.Module, node: ast.AST) -> bool:
    node.ifs = []  # type: ignore[attr-defined]
    return True


def _sees_nothing(_: ast.Module, node: ast.AST) -> bool:
    node.iter = ast.Tuple([], ast.Load())  # type: ignore[attr-defined]
    return True


def _compared_otherwise(_: ast.Module, node: ast.AST) -> bool:
    node.ops = [_OPPOSITE[type(op)]() for op in node.ops]  # type: ignore[attr-defined]
    return True


def _joined_otherwise(_: ast.Module, node: ast.AST) -> bool:
    node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()  # type: ignore[attr-defined]
    return True


def _one_higher(_: ast.Module, node: ast.AST) -> bool:
    node.value += 1  # type: ignore[attr-defined]
    return True


def _counted_otherwise(_: ast.Module, node: ast.AST) -> bool:
    node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()  # type: ignore[attr-defined]
    return True
