"""What is done with a whole round, one module a deed.

Values in, values out: nothing here prints or asks. A command, a page in the browser and another program call the same
functions; a mistake of the user comes back as a `Diagnostic`.
"""
