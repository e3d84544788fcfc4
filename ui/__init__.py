"""What the officer and the applicant see."""
