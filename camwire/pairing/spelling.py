"""Numbers as words that can be read aloud, typed and told apart.

256 everyday words, one for each byte. Each is known by its first four letters, and no two differ in one letter only.
"""

from difflib import get_close_matches

from camwire.errors import UsageError
from camwire.translation import tr

KNOWN_BY = 4
AS_ALIKE_AS_A_SLIP = 0.75

_WORDS = """
acorn actor alarm album amber angle apple apron arrow atlas bacon badge bagel bamboo banjo basil beach beard
beetle berry bison blade blanket bottle boulder bracelet breeze brick broom bucket buffalo button cabin cactus
camel candle canoe canyon carbon cargo carpet carrot castle cedar chalk cherry chess chimney cinema circle
clarinet clay cliff clock cloud clover cobra cocoa coffee comet compass copper coral cotton crayon cricket
crystal curtain dagger daisy dance desert diamond dinner dolphin donkey dragon drum dune eagle earth echo elbow
engine envelope fabric falcon farmer feather fender fiddle finger flag flute forest fossil fountain fridge
galaxy garden garlic gecko giraffe glacier globe goblet gorilla granite grape guitar hammer harvest hazel helmet
hippo honey hotel hunter igloo island ivory jacket jaguar jasmine jelly jigsaw jungle kayak kernel kettle
kitchen kiwi koala ladder lagoon lantern lemon leopard lily linen lion lizard lobster lotus lunar magnet mango
maple marble meadow melon mermaid mint mirror mitten mosaic motor muffin museum napkin navy nectar needle noodle
nugget oasis ocean octopus olive onion orange orbit orchid otter oven paddle palace panda paper pebble pelican
pencil pepper piano pickle pigeon pillow pirate planet plum pocket polar pony potato pretzel prism pumpkin
puzzle pyramid quartz quilt rabbit radar raven ribbon river robin rubber ruby salmon sandal saturn scarf school
shadow shell silver spider sponge squid stone sugar summer table teapot temple tiger timber toast tomato topaz
tower trumpet tulip tunnel turtle umbrella uncle valley vanilla velvet violin volcano wagon walnut water whale
window winter wolf yacht yellow yogurt zebra zigzag zipper
"""
WORDS = _WORDS.split()
_NUMBERS = {word[:KNOWN_BY]: number for number, word in enumerate(WORDS)}


def spelled(numbers: bytes) -> list[str]:
    """One word for each byte."""
    return [WORDS[number] for number in numbers]


def number_of(word: str) -> int:
    """Which byte a word stands for, in small or capital letters. Raises UsageError, and says which word was meant."""
    number = _NUMBERS.get(word.lower()[:KNOWN_BY])
    if number is not None and WORDS[number].startswith(word.lower()):
        return number
    alike = get_close_matches(word.lower(), WORDS, 1, AS_ALIKE_AS_A_SLIP)
    if alike:
        raise UsageError(tr("“{word}” is none of the words. Is it “{alike}”?", word=word, alike=alike[0]))
    raise UsageError(tr("“{word}” is none of the words. Look at the camera's code again.", word=word))
