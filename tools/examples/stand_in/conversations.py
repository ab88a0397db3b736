"""What customers write, in two languages, and the action that is right: made up for this example, word by word."""

import random

PRODUCTS = {
    "en": ["cast-iron pan", "bread knife", "hand mixer", "espresso cup", "salad bowl", "pepper mill", "steamer", "whisk"],
    "de": ["Gusspfanne", "Brotmesser", "Handmixer", "Espressotasse", "Salatschüssel", "Pfeffermühle", "Dampfgarer", "Schneebesen"],
}

# The last of each list is a wording that nobody used before the training data was taken.
WORDINGS = {
    "track-order": {
        "en": ["Where is order {order}?", "Has my {product} been sent yet?", "When does order {order} arrive?",
               "The tracking of order {order} has not moved for {days} days", "Is the {product} on its way?",
               "I am still waiting for the {product}, order {order}", "Any news of the {product} parcel?"],
        "de": ["Wo ist Bestellung {order}?", "Wurde {product} schon verschickt?", "Wann kommt Bestellung {order} an?",
               "Die Sendung {order} bewegt sich seit {days} Tagen nicht", "Ist {product} unterwegs?",
               "Ich warte noch auf {product}, Bestellung {order}", "Gibt es Neues zum Paket mit {product}?"],
    },
    "start-return": {
        "en": ["I want to return the {product}", "Please take back the {product} of order {order}",
               "How do I send the {product} back?", "The {product} is broken, I want my money back",
               "I would like a refund for order {order}", "The {product} does not fit, return please",
               "Can I swap the {product} from {days} days ago?"],
        "de": ["Ich möchte {product} zurückgeben", "Bitte nehmen Sie {product} aus Bestellung {order} zurück",
               "Wie schicke ich {product} zurück?", "{product} ist kaputt, ich will mein Geld zurück",
               "Ich hätte gern eine Erstattung für Bestellung {order}", "{product} passt nicht, Retoure bitte",
               "Kann ich {product} nach {days} Tagen umtauschen?"],
    },
    "answer": {
        "en": ["Is the {product} dishwasher safe?", "Do you deliver to Austria?", "How do I clean the {product}?",
               "Which {product} do you recommend?", "What are your opening hours?", "Is the {product} made of steel?",
               "Does the {product} come with a warranty?"],
        "de": ["Ist {product} spülmaschinenfest?", "Liefern Sie nach Österreich?", "Wie reinige ich {product}?",
               "Welche Größe von {product} empfehlen Sie?", "Wann haben Sie geöffnet?", "Ist {product} aus Stahl?",
               "Hat {product} eine Garantie?"],
    },
    "hand-over": {
        "en": ["I want to talk to a person", "This is my third message, get me a human", "I will call my lawyer",
               "Your courier damaged my door, order {order}", "Somebody used my card for order {order}",
               "Delete all my data", "I cut myself with the {product}, who is liable?"],
        "de": ["Ich möchte mit einem Menschen sprechen", "Das ist meine dritte Nachricht, ich will einen Menschen",
               "Ich schalte meinen Anwalt ein", "Ihr Fahrer hat meine Tür beschädigt, Bestellung {order}",
               "Jemand hat mit meiner Karte {order} bestellt", "Löschen Sie alle meine Daten",
               "Ich habe mich an {product} verletzt, wer haftet?"],
    },
}


def conversations(rows: int, seed: int, first: int, with_new: bool) -> list[dict]:
    drawn = random.Random(seed)
    return [conversation(drawn, first + row, with_new) for row in range(rows)]


def conversation(drawn: random.Random, number: int, with_new: bool) -> dict:
    language = drawn.choices(["en", "de"], [3, 2])[0]
    action = drawn.choices(list(WORDINGS), [4, 3, 4, 2])[0]
    known = WORDINGS[action][language]
    wording = drawn.choices(known, [2] * (len(known) - 1) + [1 if with_new else 0])[0]
    product, order, days = drawn.choice(PRODUCTS[language]), drawn.randrange(20_000, 60_000), drawn.randrange(2, 15)
    return {
        "conversation": f"C-{number:05d}",
        "language": language,
        "message": wording.format(product=product, order=order, days=days),
        "action": action,
    }
