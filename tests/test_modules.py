"""Modules of the browser -> one text, and what is refused because it would not work there."""

import pytest

from pages.parts.frame.modules import joined


@pytest.fixture
def join(tmp_path):
    """`join(main=..., other=...)` writes main.js and other.js and joins what main.js imports."""

    def written(generated=None, **texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.js").write_text(text)
        return joined(tmp_path / "main.js", generated)

    return written


def test_each_module_stands_once_before_its_importers_without_the_words_of_modules(join):
    made = join(
        main='// The entry.\n\nimport { a } from "./a.js";\nimport {\n  b,\n} from "./b.js";\n\n'
        "export default function () {\n  return import(a + b);\n}\n",
        a='import { b } from "./b.js";\n\nexport const a = b;\n',
        b='import { c } from "./c.js";\n\nexport async function b() {}\n\nfunction d() {}\n',
        generated={"c.js": "export const c = 1;\n"},
    )
    assert made == (
        "const c = 1;\n\nasync function b() {}\n\nfunction d() {}\n\nconst a = b;\n\n"
        "// The entry.\n\n\nexport default function () {\n  return import(a + b);\n}\n"
    )


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"a": "const b = 1;\n"}, "main.js imports b, which a.js does not export"),
        ({"a": "export const bb = 1;\n"}, "main.js imports b, which a.js does not export"),
        ({}, "main.js imports a.js, which is not there"),
        (
            {
                "a": 'import { c } from "./c.js";\nexport const b = 1;\n',
                "c": "export let c;\nlet d;",
            },
            "c.js and main.js both define d",
        ),
        (
            {
                "a": 'import { c } from "./c.js";\nexport const b = 1;\n',
                "c": 'import { b } from "./a.js";\nexport const c = 1;\n',
            },
            "a circle of imports: a.js -> c.js -> a.js",
        ),
        ({"a": "export const b = 1;\nexport default b;\n"}, "a.js has a default"),
        ({"a": "export const b = 1;\nexport { b as c };\n"}, "a.js has a line .*: export { b as c"),
        ({"a": 'import c from "./c.js";\nexport const b = 1;\n'}, "a.js has a line .*: import c"),
        ({"a": "export const b = 1;\nconst { c } = b;\n"}, "a.js has a line .*: const { c }"),
    ],
)
def test_what_would_not_work_in_one_text_is_refused_by_name(join, texts, said):
    main = 'import { b } from "./a.js";\n\nconst d = b;\nexport default () => d;\n'
    with pytest.raises(ValueError, match=said):
        join(main=main, **texts)
