"""The forms of Keras code, and whole programs around them."""
