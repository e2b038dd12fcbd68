SELECT o.uid, o.device, o.hlc, o.kind, t.uid, o.label, o.at, o.before
FROM op o LEFT JOIN op t ON t.id = o.target
WHERE o.id = ?
