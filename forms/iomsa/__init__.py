"""What a self-assessment is: its questions, answers, ratings, returns and figures. No Qt."""

__version__ = "0.1.0"
