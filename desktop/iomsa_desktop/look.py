"""The look of the program: colours by role, fonts by role, and lengths that grow with the text."""

# Annotations stand as they are: a NamedTuple compiles each one that is text, which takes time at start.
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QPalette

from iomsa_resources import theme as theme_data

TITLE, HEADING, LARGE, BODY, STRONG, SMALL = "title", "heading", "large", "body", "strong", "small"
CHOICE, CHOSEN = "choice", "chosen"
_SIZES = {TITLE: 24, HEADING: 17, LARGE: 18, BODY: 15, STRONG: 15, CHOICE: 14, CHOSEN: 14, SMALL: 13}
_SEMI_BOLD = (TITLE, HEADING, STRONG, CHOSEN)


ROOM = 1280
"""The width of the window in the drawings, in pixels."""


BAR_DARKER = 120
"""The handle of a scroll bar in the dark: the edge of controls, so much darker, in percent; Fusion makes it lighter."""


class Shape(NamedTuple):
    """Say whether the side column stands below, the list folds, the header takes two rows, choices stand apart."""

    side_below: bool
    list_folded: bool
    head_below: bool
    choices_apart: bool


def shape_of(scale: float, room: int) -> Shape:
    """Return the shape for a text size and the width of the window in pixels.

    From 150 % the side column goes below and from 175 % the list folds; both do so too in a window as narrow. The
    choices of an answer stand apart, so that they can go on below, where they would not fit side by side.
    """
    wide = room / scale
    return Shape(scale >= 1.5 or wide < 1180, scale >= 1.75 or wide < 840, scale >= 1.5 or wide < 960, wide < 560)


class Theme(NamedTuple):
    """Hold every colour by its role."""

    ground: QColor
    surface: QColor
    tint: QColor
    text: QColor
    soft: QColor
    line: QColor
    edge: QColor
    accent: QColor
    on_accent: QColor
    outstanding: QColor
    good: QColor
    requires_improvement: QColor
    inadequate: QColor
    improvement: QColor
    concern: QColor
    common: QColor


def load_theme(name: str) -> Theme:
    """Read the theme light or dark."""
    return Theme(**{role: QColor(value) for role, value in theme_data(name).items()})


def system_theme(palette: QPalette) -> Theme:
    """Build a theme of the system's own colours, for those who ask it for more contrast."""
    text = palette.color(QPalette.ColorRole.WindowText)
    accent, on_accent = (
        palette.color(QPalette.ColorRole.Highlight),
        palette.color(QPalette.ColorRole.HighlightedText),
    )
    ground, surface = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Base)
    return Theme(ground, surface, ground, *(text,) * 4, accent, on_accent, *(text,) * 7)


class Look:
    """Give widgets their colours, fonts and lengths; `scale` is 1.0 at 100 % text, `room` the window's width."""

    def __init__(self, theme: Theme, scale: float, family: QFont, room: int = ROOM) -> None:
        self.theme = theme
        self.scale = scale
        self.shape = shape_of(scale, room)
        self._fonts = {role: self._font(role, family) for role in _SIZES}

    def px(self, length: float) -> int:
        """Return a length of the drawings, in pixels at this text size."""
        return round(length * self.scale)

    def font(self, role: str) -> QFont:
        """Return the font of a role: title, heading, large, body, strong, choice, chosen or small."""
        return self._fonts[role]

    @property
    def side_below(self) -> bool:
        """Tell whether the side column goes below the question."""
        return self.shape.side_below

    @property
    def list_folded(self) -> bool:
        """Tell whether the task list folds to a button."""
        return self.shape.list_folded

    @property
    def head_below(self) -> bool:
        """Tell whether the header stands in two rows."""
        return self.shape.head_below

    @property
    def choices_apart(self) -> bool:
        """Tell whether the choices of an answer stand apart."""
        return self.shape.choices_apart

    def rating(self, id: str | None) -> QColor:
        """Return the colour of a rating; text where there is none or the framework has ratings of its own."""
        colour = getattr(self.theme, (id or "text").replace("-", "_"), self.theme.text)
        return QColor(colour)

    def palette(self) -> QPalette:
        """Return the palette of the whole program."""
        theme, palette, role = self.theme, QPalette(), QPalette.ColorRole
        pairs = (
            (role.Window, theme.ground),
            (role.WindowText, theme.text),
            (role.Base, theme.surface),
            (role.AlternateBase, theme.tint),
            (role.Text, theme.text),
            (role.PlaceholderText, theme.soft),
            (role.Button, theme.surface),
            (role.ButtonText, theme.text),
            (role.Highlight, theme.accent),
            (role.HighlightedText, theme.on_accent),
            (role.Link, theme.accent),
            (role.LinkVisited, theme.accent),
            (role.ToolTipBase, theme.surface),
            (role.ToolTipText, theme.text),
            (role.Mid, theme.line),
            (role.Dark, theme.edge),
            (role.Light, theme.surface),
            (role.Midlight, theme.line),
            (role.Shadow, theme.edge),
            (role.Accent, theme.accent),
        )
        for each, colour in pairs:
            palette.setColor(each, colour)
        for each in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, each, theme.soft)
        return palette

    def bar_palette(self) -> QPalette:
        """Return the palette of scroll bars: their handle stands out 3 to 1 from what it runs in."""
        theme, palette = self.theme, self.palette()
        if theme.ground.lightness() < theme.text.lightness():
            palette.setColor(QPalette.ColorRole.Button, theme.edge.darker(BAR_DARKER))
            palette.setColor(QPalette.ColorRole.WindowText, theme.ground)
        else:
            # Where all is light, Fusion paints the handle and its way in one colour, and a line round it of Window.
            palette.setColor(QPalette.ColorRole.Window, theme.edge)
        return palette

    def _font(self, role: str, family: QFont) -> QFont:
        font = QFont(family)
        font.setPixelSize(self.px(_SIZES[role]))
        if role in _SEMI_BOLD:
            font.setWeight(QFont.Weight.DemiBold)
        return font
