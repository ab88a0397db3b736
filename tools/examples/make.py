"""Makes all of examples/ from data that ships with scikit-learn. Run twice, it writes the same bytes."""

import os

# One thread: sums in another order differ in the last bit.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import breast_cancer_triage
import diabetes_progression
import digit_reader
import follow_up_priority
import order_assistant
import permit_parity
import wine_cultivar

EXAMPLES = [
    wine_cultivar,
    diabetes_progression,
    breast_cancer_triage,
    digit_reader,
    follow_up_priority,
    order_assistant,
    permit_parity,
]

if __name__ == "__main__":
    for example in EXAMPLES:
        example.make()
