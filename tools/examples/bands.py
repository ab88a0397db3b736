def age_band(age: float) -> str:
    """Age in years, in three bands with enough participants each to say something."""
    if age < 40:
        return "under-40"
    return "40-to-54" if age < 55 else "55-and-over"
