# Örnek veri: bütün kayıtlar kurmacadır · Sample data: all entries are fictional
signatories: []
