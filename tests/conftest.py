"""What every test stands on: no screen, the parts of the system, how long properties are tried."""

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

import system

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("quick", max_examples=60, deadline=None, derandomize=True)
settings.register_profile(
    "proof",
    max_examples=3000,
    stateful_step_count=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("proof" if os.environ.get("IOMSA_PROOF") == "1" else "quick")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the application of the tests is told: to draw as the program does, on every system."""
    from iomsa_desktop.looks import STYLE

    return ["iomsa", *STYLE]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Do not run a test whose `needs` are not there; where CI=true, fail it."""
    wanted = [name for marker in item.iter_markers("needs") for name in marker.args]
    missing = [name for name in wanted if not system.is_there(name)]
    if not missing:
        return
    item.user_properties.extend(("needs", name) for name in missing)
    if os.environ.get("CI") == "true":
        line = system.install_line(system.packages_of(missing))
        pytest.fail(f"not run, it needs {', '.join(missing)}: {line}", pytrace=False)
    pytest.skip(f"needs {', '.join(missing)}")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None, None, None]:
    """End with what was counted, what was not run, what it needs, and the line that installs that."""
    yield
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal is None or hasattr(session.config, "workerinput"):
        return
    for line in (*counted_lines(terminal.stats), *closing_lines(terminal.stats)):
        terminal.write_line(line)


def counted_lines(stats: dict[str, list[pytest.TestReport]]) -> list[str]:
    """Say what the tests of properties counted, a line each."""
    passed = stats.get("passed", [])
    return [str(text) for report in passed for key, text in report.user_properties if key == "counted"]


def closing_lines(stats: dict[str, list[pytest.TestReport]]) -> list[str]:
    """Say what was not run for want of parts of the system; nothing where everything ran."""
    needs = [(report.nodeid, name) for report in stats.get("skipped", []) for key, name in report.user_properties]
    if not needs:
        return []
    tests, parts = {nodeid for nodeid, _ in needs}, sorted({str(name) for _, name in needs})
    passed = len(stats.get("passed", []))
    return [
        f"{passed} passed; {len(tests)} not run: they need {', '.join(parts)}",
        f"  {system.install_line(system.packages_of(parts))}",
    ]
