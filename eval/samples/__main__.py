"""`python -m eval.samples` is `python -m eval.samples.typeset`."""

from eval.samples.typeset import main

main()
