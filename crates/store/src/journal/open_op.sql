INSERT INTO op (uid, device, hlc, kind, target, label, at, before, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')
