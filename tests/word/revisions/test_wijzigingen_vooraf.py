"""Files that already hold tracked changes: accepted, rejected or kept, reported, and never a crash."""

from __future__ import annotations

import pytest

from brief.word.revisions import Existing, compare
from word.revisions.paren import NET, SLOT, WATER, WONEN, document, p, t
from word.revisions.rechter import File, faults

MARK = 'w:id="7" w:author="Redactie Utrecht" w:date="2026-01-02T03:04:05Z"'
BY_OTHERS = (
    p(
        t("Rijk en "),
        f"<w:del {MARK}><w:r><w:delText>regio</w:delText></w:r></w:del>",
        f"<w:ins {MARK}>{t('provincie')}</w:ins>",
    ),
    p(f"<w:ins {MARK}>{t(WONEN)}</w:ins>", shape=f"<w:rPr><w:ins {MARK}/></w:rPr>"),
)
BEFORE, AFTER = p("Rijk en regio"), p("Rijk en provincie") + p(WONEN)


@pytest.mark.parametrize(
    ("existing", "as_new"), [(Existing.AANVAARDEN, AFTER), (Existing.BEHOUDEN, AFTER), (Existing.VERWERPEN, BEFORE)]
)
def test_the_new_file_is_taken_with_its_changes_carried_out(existing: Existing, as_new: str) -> None:
    old = document(p(WATER), BEFORE, p(SLOT))
    new = document(p(WATER + " " + NET), *BY_OTHERS, p(SLOT))
    made = compare(old, new, author="A", date="2026-09-14T09:00:00Z", existing=existing)
    assert faults(old, document(p(WATER + " " + NET), as_new, p(SLOT)), made.data) == []
    assert [problem.code for problem in made.diagnostics] == ["BR530"]


def test_what_others_changed_stays_theirs_when_it_is_kept() -> None:
    old = document(p(WATER), BEFORE, p(SLOT))
    new = document(p(WATER + " " + NET), *BY_OTHERS, p(SLOT))
    made = compare(old, new, author="A", date="2026-09-14T09:00:00Z", existing=Existing.BEHOUDEN)
    main = File.read(made.data).parts["word/document.xml"].decode()
    assert main.count('w:author="Redactie Utrecht"') == 4
    assert 'w:author="A"' in main


@pytest.mark.parametrize("existing", list(Existing))
def test_changes_in_the_old_file_are_carried_out_too(existing: Existing) -> None:
    old, new = document(p(WATER), *BY_OTHERS, p(SLOT)), document(p(WATER), p(SLOT))
    made = compare(old, new, author="A", date="2026-09-14T09:00:00Z", existing=existing)
    taken = BEFORE if existing is Existing.VERWERPEN else AFTER
    assert faults(document(p(WATER), taken, p(SLOT)), new, made.data) == []
