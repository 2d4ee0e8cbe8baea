"""The libraries that cost time to load, so that they are loaded only where they are needed."""

HEAVY = frozenset(
    {
        "sqlite_utils",
        "click",
        "openpyxl",
        "python_calamine",
        "tomllib",
        "pydantic",
        "numpy",
        "pandas",
        "scipy",
        "statsmodels",
    }
)
