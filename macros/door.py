"""The door MkDocs comes in by: `macros/__init__.py` hands its two calls on to here.

Nothing below this file imports MkDocs. Both functions run once per language of one build.
"""

from __future__ import annotations

import logging
import os
import shutil
from functools import partial
from typing import Any

from mkdocs.exceptions import PluginError

from .bindings import PageMacros
from .checks import remembered, report
from .documents.made import papers, stage
from .documents.questionnaire import prepare as prepare_questionnaire
from .documents.questionnaire import stage as stage_questionnaire
from .pages.build import Build
from .pages.kept import ahead
from .pages.whole_blocks import WholeBlocks
from .parallel import Helper, many_objects
from .progress import step
from .publication import PublicRegister, publish
from .register import fingerprint, load
from .text import LANGUAGES
from .words import words

STAGING = os.path.join(".cache", "staging")

_published: dict[str, PublicRegister] = {}
"""The public register by the fingerprint of its files, so that three languages read it once."""
_builds: dict[str, Build] = {}
"""The build under way, by the folder that MkDocs writes to."""


_forms: dict[str, Helper] = {}
"""What makes the files of the questionnaire meanwhile, by that folder."""


class _Warnings(logging.Handler):
    """Counts MkDocs' warnings, since a strict build must not be published with any."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


_warnings = _Warnings()


def define_env(env: Any) -> None:
    """Give authored pages their macros; stop the build while an error stands in the register."""
    root = str(env.project_dir)
    try:
        build = _build(env, root)
    except ImportError as error:
        # mkdocs-macros reports any ImportError from here as "could not find custom module".
        raise RuntimeError(f"a package is missing: {error.name}") from error
    extensions = env.conf["markdown_extensions"]
    if not any(isinstance(it, WholeBlocks) for it in extensions):
        extensions.append(WholeBlocks())
    # Theme templates know the configuration only.
    env.conf["extra"]["words"] = {lang: words("search", lang) for lang in LANGUAGES}
    env.variables["dalil"] = PageMacros(
        build.public,
        lambda: _language(env),
        lambda: _base(env),
        lambda: build.downloads_later(_address(env)),
        _makes_documents(env, build),
        lambda: str(env.page.url),
        root,
    )


def on_post_build(env: Any) -> None:
    """Strike the records of the language just built; after the last language, finish the site."""
    build = _builds[str(env.conf["site_dir"])]
    build.finish_language(_language(env))
    languages = list(env.conf["plugins"]["i18n"].build_languages)
    if len(build.struck) == 1 < len(languages) - 1:
        ahead(languages[-1])  # while this process is at work on the languages before it
    if set(build.struck) == set(languages):
        if env.conf["strict"] and _warnings.count:
            return  # MkDocs is about to abort; the published site stays as it was
        if _makes_documents(env, build):
            with step("documents"):
                build.files |= stage(build.public, build.staged, build.root)
        _forms.pop(build.staged).result()
        stage_questionnaire(build.public, build.staged, build.root)
        build.finish()
        del _builds[build.staged]


def _public_register(root: str) -> PublicRegister:
    mark = fingerprint(root)
    if mark not in _published:
        register = load(root)
        problems = remembered(register)
        if any(problem.is_error for problem in problems):
            raise PluginError(
                "the register has errors, nothing is published\n"
                + report.as_text(problems, len(register))
            )
        _published.clear()
        with many_objects(), step("publishing"):
            _published[mark] = publish(register, problems)
    return _published[mark]


def _build(env: Any, root: str) -> Build:
    """The build that this language belongs to; the first language opens it."""
    folder = str(env.conf["site_dir"])
    if not env.conf["plugins"]["i18n"].building:
        public = _public_register(root)
        logging.getLogger("mkdocs").removeHandler(_warnings)
        logging.getLogger("mkdocs").addHandler(_warnings)
        _warnings.count = 0
        # `mkdocs serve` builds into a folder of its own outside the project: nothing to stage.
        inside = os.path.commonpath([root, folder]) == root
        staged = _staging(root) if inside else folder
        env.conf["site_dir"] = staged
        address = str(env.conf["site_url"] or "")
        repository = str(env.conf["extra"]["repository"] or "")
        build = Build(staged, folder, public, root, address, repository)
        build.has_downloads = bool(env.conf["extra"]["downloads"])
        build.has_search = bool(env.conf["extra"]["search"])
        build.papers = papers(public) if _makes_documents(env, build) else {}
        build.begin()
        _forms[staged] = Helper(partial(prepare_questionnaire, public, root), can_wait=True)
        _builds[staged] = build
        folder = staged
    return _builds[folder]


def _staging(root: str) -> str:
    """A folder of this build's own; what builds that were cut short left behind is removed."""
    above = os.path.join(root, STAGING)
    os.makedirs(above, exist_ok=True)
    for name in os.listdir(above):
        if not os.path.exists(f"/proc/{name}"):
            shutil.rmtree(os.path.join(above, name), ignore_errors=True)
    return os.path.join(above, str(os.getpid()))


def _makes_documents(env: Any, build: Build) -> bool:
    """Whether this build makes documents: not a live preview, which would wait for them."""
    return bool(env.conf["extra"]["documents"]) and build.staged != build.published


def _language(env: Any) -> str:
    return str(env.conf["theme"]["language"])


def _address(env: Any) -> str:
    """The address of the page being rendered, below its language's root."""
    return str(env.page.url).removeprefix(f"{_language(env)}/")


def _base(env: Any) -> str:
    """The way from the page being rendered to its language's root: "", "../" or "../../"."""
    return "../" * _address(env).count("/")
