SELECT t.path
FROM annotation_tag x JOIN tag t ON t.id = x.tag_id JOIN annotation n ON n.id = x.annotation_id
WHERE n.uid = ?
ORDER BY t.key
