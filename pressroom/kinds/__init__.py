"""The nouns of the site: what an editor may write, declared once. No disk, no clock."""

from pressroom.kinds.event import Event
from pressroom.kinds.kind import Kind
from pressroom.kinds.news import News
from pressroom.kinds.page import Page
from pressroom.kinds.partner import Partner
from pressroom.kinds.picture import Picture, Withdrawal, Withdrawals
from pressroom.kinds.place import Place
from pressroom.kinds.project import Project
from pressroom.kinds.settings import Settings
from pressroom.kinds.translation import SiteTranslation, Translated, Translation

__all__ = [
    "Event",
    "Kind",
    "News",
    "Page",
    "Partner",
    "Picture",
    "Place",
    "Project",
    "Settings",
    "SiteTranslation",
    "Translated",
    "Translation",
    "Withdrawal",
    "Withdrawals",
]
