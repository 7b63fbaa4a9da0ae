using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Copilot.Data.Migrations.Postgres.Copilot
{
    /// <inheritdoc />
    internal sealed partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "WrittenAt",
                schema: "copilot",
                table: "Transcripts",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // by hand: what was written before counts from today, so that it is not taken for older than it is
            migrationBuilder.Sql("UPDATE copilot.\"Transcripts\" SET \"WrittenAt\" = (extract(epoch FROM now()) * 1000)::bigint");

            migrationBuilder.CreateTable(
                name: "Uploads",
                schema: "copilot",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Conversation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PersonKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContentType = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    TakenAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UsedPasses",
                schema: "copilot",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedPasses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Transcripts_WrittenAt",
                schema: "copilot",
                table: "Transcripts",
                column: "WrittenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_Conversation",
                schema: "copilot",
                table: "Uploads",
                column: "Conversation");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Uploads",
                schema: "copilot");

            migrationBuilder.DropTable(
                name: "UsedPasses",
                schema: "copilot");

            migrationBuilder.DropIndex(
                name: "IX_Transcripts_WrittenAt",
                schema: "copilot",
                table: "Transcripts");

            migrationBuilder.DropColumn(
                name: "WrittenAt",
                schema: "copilot",
                table: "Transcripts");
        }
    }
}
