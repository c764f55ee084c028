"""Identity documents, credit codes, bank cards and phones: is this number possible?"""
