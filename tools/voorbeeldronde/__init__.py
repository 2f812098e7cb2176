"""The maker of the sample round: texts in `teksten/`, four hands in Word, and what a careful reader expects to find."""
