"""The words of the site, for tests of what says them."""

import yaml

from pressroom.words import Tongue
from tests.town import WORDS

_GERMAN = yaml.safe_load(WORDS)
GERMAN = Tongue("de", _GERMAN, _GERMAN)
